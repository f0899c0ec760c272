"""Two laptops of one circle on the same network, without hub or internet."""
